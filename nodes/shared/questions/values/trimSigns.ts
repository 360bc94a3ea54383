/** Takes signs off both ends. A loop, because a pattern such as `[\s.]+$` takes time that grows with the square. */
export function trimSigns(text: string, signs: string): string {
	const isSign = (at: number) => {
		const sign = text.charAt(at);
		return sign.trim() === '' || signs.includes(sign);
	};
	let begin = 0;
	let end = text.length;
	while (begin < end && isSign(begin)) begin++;
	while (end > begin && isSign(end - 1)) end--;
	return text.slice(begin, end);
}
