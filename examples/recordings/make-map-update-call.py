#!/usr/bin/env python3
"""Speaks map-update-call.dialogue.json and writes the recording with its true transcript.

Needs Python 3.9 and, from Debian: libespeak-ng1 (1.51), sox, ffmpeg with libmp3lame.
    python3 examples/recordings/make-map-update-call.py
Writes map-update-call.mp3 and map-update-call.transcript.json beside this file. With the same versions
of the tools the same dialogue gives the same bytes.

A word starts where espeak-ng's own word event says, and ends with the last sound before the next one.
"""
import array
import json
import math
import subprocess
import tempfile
import wave
from pathlib import Path

from espeak import RATE, Voice, WordStart, speak

HERE = Path(__file__).resolve().parent
NAME = "map-update-call"
LEAD_IN = RATE // 4  # in samples, as all places below
PAUSE = RATE * 9 // 20  # after each turn
SOUND = 200  # samples quieter than this, of 32767, are taken for silence


def main():
    dialogue = json.loads((HERE / f"{NAME}.dialogue.json").read_text("utf-8"))
    voices = {speaker: Voice(**voice) for speaker, voice in dialogue["voices"].items()}
    place, utterances, parts = LEAD_IN, [], []
    with tempfile.TemporaryDirectory() as folder:
        for number, (speaker, text) in enumerate(dialogue["turns"]):
            samples, starts = speak(voices[speaker], text)
            samples = samples[: last_sound(samples, 0, len(samples))]
            utterances.append(utterance(speaker, text, samples, starts, place))
            parts.append(Path(folder, f"{number:02}.wav"))
            write_wave(parts[-1], samples)
            place += len(samples) + PAUSE
        joined = Path(folder, "joined.wav")
        join(parts, joined)
        encode(joined, HERE / f"{NAME}.mp3")
    duration = math.ceil(place / RATE)
    transcript = {"language_code": "en_us", "audio_duration": duration, "utterances": utterances}
    text = json.dumps(transcript, indent="\t", ensure_ascii=False)
    (HERE / f"{NAME}.transcript.json").write_text(text + "\n", "utf-8")


def utterance(speaker, text, samples, starts, place):
    """One turn in AssemblyAI's shape, its times in ms from the start of the recording."""
    words = []
    written = written_words(text)
    first_events = [first_event(word, starts) for word in written]
    for (position, word), start, following in zip(
        written, first_events, [*first_events[1:], len(samples)]
    ):
        words.append({
            "text": word,
            "start": milliseconds(place + start),
            "end": milliseconds(place + last_sound(samples, start, following)),
            "confidence": confidence(word, position),
        })
    return {
        "speaker": speaker,
        "text": text,
        "start": words[0]["start"],
        "end": words[-1]["end"],
        "confidence": round(sum(word["confidence"] for word in words) / len(words), 4),
        "words": words,
    }


def milliseconds(samples):
    return samples * 1000 // RATE


def written_words(text):
    """The words with their punctuation, each with its place in the text, counted from 0."""
    words, position = [], 0
    for word in text.split(" "):
        words.append((position, word))
        position += len(word) + 1
    return words


def first_event(written_word, starts: "list[WordStart]"):
    """A number is spoken as several words: the written word starts with the first of them."""
    position, word = written_word
    inside = [s.sample for s in starts if position <= s.text_position < position + len(word)]
    if not inside:
        raise SystemExit(f'espeak-ng reported no start for "{word}"')
    return min(inside)


def last_sound(samples, start, following):
    for place in range(following - 1, start, -1):
        if abs(samples[place]) > SOUND:
            return place + 1
    raise SystemExit(f"Nothing is heard between samples {start} and {following}")


def confidence(word, position):
    """No recogniser was asked, the text is known: plausible values, the same on every run."""
    return round(0.93 + (len(word) * 7 + position * 13) % 7 / 100, 2)


def write_wave(path, samples):
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(array.array("h", samples).tobytes())


def join(parts, joined):
    padded = []
    for number, part in enumerate(parts):
        padded.append(part.with_suffix(".padded.wav"))
        pad = [f"{LEAD_IN if number == 0 else 0}s", f"{PAUSE}s"]
        subprocess.run(["sox", "-D", part, padded[-1], "pad", *pad], check=True)
    subprocess.run(["sox", "-D", *padded, joined], check=True)


def encode(joined, recording):
    exact = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact", "-threads", "1"]
    audio = ["-codec:a", "libmp3lame", "-b:a", "48k", "-id3v2_version", "0"]
    quiet = ["-hide_banner", "-loglevel", "error", "-y"]
    subprocess.run(["ffmpeg", *quiet, "-i", joined, *audio, *exact, recording], check=True)


if __name__ == "__main__":
    main()
