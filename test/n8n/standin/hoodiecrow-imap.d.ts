/** As much of the package, which has no types of its own, as is used here. */
declare module 'hoodiecrow-imap' {
	import type { Server } from 'node:net';

	type CommandHandler = (...received: unknown[]) => void;

	interface ImapServer {
		readonly server: Server;
		getCommandHandler(command: string): CommandHandler;
		setCommandHandler(command: string, handler: CommandHandler): void;
		appendMessage(mailbox: string, flags: string[], receivedAt: Date, source: string): void;
	}

	function createImapServer(options: {
		plugins: string[];
		users: Record<string, { password: string }>;
	}): ImapServer;

	export = createImapServer;
}
