package dev.lockstep.app.cli.key;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.TradingKeyView;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.KeySecret;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.usecase.access.KeyResult;

/** Prints the result of a change of a key. */
final class KeyPrinter {
    private KeyPrinter() {}

    /** Prints the result and returns the exit code. */
    static int print(Output output, KeyResult result) {
        switch (result) {
            case KeyResult.Issued(TradingKey key, KeySecret secret) -> issued(output, key, secret);
            case KeyResult.Revoked(TradingKey key) -> {
                if (output.json()) {
                    output.print(TradingKeyView.json(key));
                } else {
                    output.line("Key " + key.name() + " is revoked; its orders keep working.");
                }
            }
            case KeyResult.Taken(KeyName name) ->
                    throw new CommandEnd(
                            ExitCode.NO,
                            "Key "
                                    + name
                                    + " exists or is revoked; choose another name, or give it a"
                                    + " new secret with 'lockstep keys rotate "
                                    + name
                                    + "'.");
            case KeyResult.NoValidKey(KeyName name) ->
                    throw new CommandEnd(
                            ExitCode.NO,
                            "No valid key is named "
                                    + name
                                    + "; 'lockstep keys list' shows all keys.");
        }
        return ExitCode.OK.number();
    }

    private static void issued(Output output, TradingKey key, KeySecret secret) {
        if (output.json()) {
            ObjectNode node = TradingKeyView.json(key);
            node.put("secret", secret.reveal());
            output.print(node);
            return;
        }
        output.print(
                new Table("", "")
                        .row("name", key.name())
                        .row("key", key.id())
                        .row("secret", secret.reveal())
                        .row("strategy", key.strategy()));
        output.note("The secret is shown once. Give both to the bot as its Alpaca keys.");
    }
}
