import { sourceOfUrl, type RecordingSource } from '../../../../nodes/shared/audio/recordingSource';

test.each<[RecordingSource, string]>([
	[
		'storedFile',
		'https://cdn.assemblyai.com/upload/0123456789abcdef0123456789abcdef/0f8fad5b-d9cb-469f-a165-70867728950e',
	],
	['privateLink', 'http://localhost:5678/files/call.mp3'],
	['privateLink', 'http://192.168.1.20/call.mp3'],
	['sharePage', 'https://drive.google.com/uc?export=download&id=1AbC'],
	['sharePage', 'https://www.dropbox.com/scl/fi/x/call.mp3?dl=1'],
	['sharePage', 'https://contoso-my.sharepoint.com/:u:/g/personal/x?download=1'],
	['sharePage', 'https://www.youtube.com/watch?v=r8KTOBOMm0A'],
	['sharePage', 'https://youtu.be/r8KTOBOMm0A'],
	['sharePage', 'https://1drv.ms/u/s!x'],
	['loginLink', 'https://files.slack.com/files-pri/T1-F1/call.m4a'],
	['loginLink', 'https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1.mp3'],
	['loginLink', 'https://us02web.zoom.us/rec/download/abc'],
	['loginLink', 'https://graph.microsoft.com/v1.0/me/onlineMeetings/1/recordings/2/content'],
	['loginLink', 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&ext=2&hash=3'],
	['signedLink', 'https://b.s3.amazonaws.com/a.mp3?X-Amz-Expires=60&X-Amz-Signature=0a'],
	['signedLink', 'https://storage.googleapis.com/b/a.mp3?X-Goog-Signature=0a'],
	['signedLink', 'https://b.blob.core.windows.net/c/a.mp3?sv=2024&se=2026-01-01&sig=x%3D'],
	['signedLink', 'https://d1.cloudfront.net/a.mp3?Expires=1&Signature=x&Key-Pair-Id=K'],
	['signedLink', 'https://cdn.discordapp.com/attachments/1/2/v.ogg?ex=1&is=2&hm=3'],
	['link', 'https://example.com/call.mp3'],
	['link', 'https://example.com/upload/call.mp3'],
	['link', 'https://storage.googleapis.com/public/a.mp3'],
	['link', 'https://notdropbox.com/call.mp3'],
])('%s: %s', (source, url) => {
	expect(sourceOfUrl(url)).toBe(source);
});

test.each([undefined, null, '', 'no address'])('%j is taken for a file', (url) => {
	expect(sourceOfUrl(url)).toBe('storedFile');
});
