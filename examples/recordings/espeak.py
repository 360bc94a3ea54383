"""espeak-ng through ctypes: the sound of a text and where in it each spoken word starts.

Layout of espeak_EVENT and the constants: espeak-ng 1.51, src/include/espeak-ng/speak_lib.h.
"""
import ctypes
from dataclasses import dataclass

AUDIO_OUTPUT_SYNCHRONOUS = 2
CHARS_UTF8 = 1
EVENT_LIST_TERMINATED = 0
EVENT_WORD = 1
POS_CHARACTER = 1
PARAMETER_RATE, PARAMETER_PITCH, PARAMETER_RANGE = 1, 3, 4


@dataclass
class Voice:
    voice: str
    wordsPerMinute: int
    pitch: int
    pitchRange: int


@dataclass
class WordStart:
    text_position: int  # in characters, from 0
    sample: int


class _Id(ctypes.Union):
    _fields_ = [("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8)]


class _Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Id),
    ]


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)
_library = ctypes.CDLL("libespeak-ng.so.1")
RATE = _library.espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, None, 0)
if RATE <= 0:
    raise SystemExit("espeak-ng did not start: are its voice data installed?")


def speak(voice: Voice, text: str):
    """Returns the samples (16 bit, mono, RATE per second) and the word starts in order."""
    samples, starts = [], []

    def receive(sound, count, events):
        number = 0
        while events[number].type != EVENT_LIST_TERMINATED:
            event = events[number]
            if event.type == EVENT_WORD:
                starts.append(WordStart(event.text_position - 1, event.sample))
            number += 1
        if sound and count > 0:
            samples.extend(sound[:count])
        return 0

    callback = _Callback(receive)
    _library.espeak_SetSynthCallback(callback)
    _check(_library.espeak_SetVoiceByName(voice.voice.encode()), f"voice {voice.voice}")
    _library.espeak_SetParameter(PARAMETER_RATE, voice.wordsPerMinute, 0)
    _library.espeak_SetParameter(PARAMETER_PITCH, voice.pitch, 0)
    _library.espeak_SetParameter(PARAMETER_RANGE, voice.pitchRange, 0)
    encoded = text.encode() + b"\0"
    _check(
        _library.espeak_Synth(
            encoded, ctypes.c_size_t(len(encoded)), 0, POS_CHARACTER, 0, CHARS_UTF8, None, None
        ),
        "synthesis",
    )
    _check(_library.espeak_Synchronize(), "synthesis")
    return samples, starts


def _check(status: int, what: str):
    if status != 0:
        raise SystemExit(f"espeak-ng: {what} ended with status {status}")
