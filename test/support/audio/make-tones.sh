#!/bin/sh
# Makes the recordings in tones/ with ffmpeg, LAME and libopus: five seconds, each a tone of its own, of 300, 500, 700, 900
# and 1100 Hz.
set -e
cd "$(dirname "$0")/tones"
tone="sine=frequency=300:duration=1[a];sine=frequency=500:duration=1[b];sine=frequency=700:duration=1[c];sine=frequency=900:duration=1[d];sine=frequency=1100:duration=1[e];[a][b][c][d][e]concat=n=5:v=0:a=1,volume=4[out]"
make() {
	name="$1"
	shift
	ffmpeg -y -v error -filter_complex "$tone" -map '[out]' -ac 1 -c:a libmp3lame -bitexact "$@" "$name.mp3"
}
make cbr -b:a 48k -metadata title=tones -write_id3v1 1
make vbr -q:a 8
make bare -b:a 64k -write_xing 0 -id3v2_version 0
make mpeg2 -b:a 16k -ar 16000
make_opus() {
	name="$1"
	channels="$2"
	shift 2
	ffmpeg -y -v error -filter_complex "$tone" -map '[out]' -ac "$channels" -c:a libopus -bitexact "$@" "$name.ogg"
}
make_opus opus 1 -b:a 24k -metadata title=tones
make_opus opus60 1 -b:a 12k -application voip -frame_duration 60 -page_duration 100000
make_opus opus5 2 -b:a 32k -frame_duration 5
