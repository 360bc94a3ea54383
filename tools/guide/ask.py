"""What AssemblyAI's guide "Analyze The Sentiment Of A Customer Call using LLM Gateway" does, in Python with
its standard library only: upload, transcribe, put text and questions into one prompt, print the reply.

    ASSEMBLYAI_API_KEY=... python3 tools/guide/ask.py RECORDING [QUESTIONS.json]

SPEECH_TO_TEXT_URL and LLM_GATEWAY_URL change the hosts, to those of the sandbox for instance.
"""

import json
import os
import sys
import time
from pathlib import Path
from urllib.request import Request, urlopen

SPEECH_TO_TEXT = os.environ.get("SPEECH_TO_TEXT_URL", "https://api.assemblyai.com")
GATEWAY = os.environ.get("LLM_GATEWAY_URL", "https://llm-gateway.assemblyai.com")
KEY = os.environ.get("ASSEMBLYAI_API_KEY", "")


def call(method, url, body=None, content_type="application/json"):
    headers = {"authorization": KEY, "content-type": content_type}
    with urlopen(Request(url, data=body, headers=headers, method=method)) as reply:
        return json.load(reply)


def transcribe(recording):
    audio = Path(recording).read_bytes()
    upload = call("POST", f"{SPEECH_TO_TEXT}/v2/upload", audio, "application/octet-stream")
    order = json.dumps({"audio_url": upload["upload_url"]}).encode()
    transcript = call("POST", f"{SPEECH_TO_TEXT}/v2/transcript", order)
    while transcript["status"] != "completed":
        if transcript["status"] == "error":
            raise RuntimeError(transcript["error"])
        transcript = call("GET", f"{SPEECH_TO_TEXT}/v2/transcript/{transcript['id']}")
        if transcript["status"] != "completed":
            time.sleep(1)
    return transcript["text"]


def block(question):
    lines = [f"Question: {question['question']}"]
    if question.get("context"):
        lines.append(f"Context: {question['context']}")
    if question.get("answer_format"):
        lines.append(f"Answer Format: {question['answer_format']}")
    return "\n".join(lines)


def main(recording, questions_file=Path(__file__).with_name("questions.json")):
    text = transcribe(recording)
    questions = json.loads(Path(questions_file).read_text(encoding="utf-8"))
    blocks = "\n\n".join(block(question) for question in questions)
    prompt = f"""You analyze calls. Answer each question below from the transcript, shortly and correctly.
Where a context or an answer format is given, follow it.

Transcript:
{text}

Questions:
{blocks}
"""
    request = {
        "model": "claude-sonnet-4-5-20250929",
        "messages": [{"role": "user", "content": prompt}],
        "max_tokens": 2000,
    }
    reply = call("POST", f"{GATEWAY}/v1/chat/completions", json.dumps(request).encode())
    print(reply["choices"][0]["message"]["content"])


if __name__ == "__main__":
    main(*sys.argv[1:])
