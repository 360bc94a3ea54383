import { z } from 'zod';

export const httpUrl = z
	.string()
	.trim()
	.refine(
		(url) => /^https?:\/\/\S+$/i.test(url),
		'it is not a URL that begins with http:// or https://',
	);
