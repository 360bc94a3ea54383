import type { WriteStream } from 'node:tty';

/** Where progress goes: a terminal, or anything that takes text. */
export type Output = Pick<NodeJS.WritableStream, 'write'> &
	Partial<Pick<WriteStream, 'isTTY' | 'columns'>>;

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 80;
const CLEAR_LINE = '\r\u001b[2K';

/** One line per stage; on a terminal the last one turns while its stage lasts. */
export class Progress {
	private stage: string | undefined;
	private frame = 0;
	private timer: NodeJS.Timeout | undefined;

	constructor(private readonly output: Output) {}

	/** Ends the stage before, if any, and shows the next. */
	begin(stage: string): void {
		this.end('✔');
		if (!this.output.isTTY) {
			this.output.write(`${stage}\n`);
			return;
		}
		this.stage = stage;
		this.draw();
		this.timer = setInterval(() => this.draw(), FRAME_MS);
	}

	done(): void {
		this.end('✔');
	}

	failed(): void {
		this.end('✘');
	}

	private draw(): void {
		this.frame = (this.frame + 1) % FRAMES.length;
		this.output.write(`${CLEAR_LINE}${this.line(FRAMES[this.frame] ?? '')}`);
	}

	private end(mark: string): void {
		clearInterval(this.timer);
		if (this.stage !== undefined) this.output.write(`${CLEAR_LINE}${this.line(mark)}\n`);
		this.stage = undefined;
	}

	/** A line that wrapped could not be drawn over. */
	private line(mark: string): string {
		const text = `${mark} ${this.stage}`;
		const width = (this.output.columns ?? 80) - 1;
		return text.length > width ? `${text.slice(0, width - 1)}…` : text;
	}
}
