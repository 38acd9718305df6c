package dev.lockstep.app.cli.key;

import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.TradingKeyView;
import dev.lockstep.app.view.body.key.HookBody;
import dev.lockstep.app.view.body.key.HookBody.IssuedHookBody;
import dev.lockstep.app.view.body.key.KeyBody.IssuedKeyBody;
import dev.lockstep.app.view.body.key.ShownOnce;
import dev.lockstep.domain.access.KeyKind;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.KeySecret;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.usecase.access.KeyResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints keys and hooks, and the results of their changes. */
final class KeyPrinter {
    private KeyPrinter() {}

    /** Prints the result of a change and returns the exit code. */
    static int print(KeyKind kind, Output output, KeyResult result) {
        switch (result) {
            case KeyResult.Issued(TradingKey key, KeySecret secret) -> {
                switch (kind) {
                    case BOT -> issuedKey(output, key, secret);
                    case HOOK -> issuedHook(output, key, secret);
                }
            }
            case KeyResult.Revoked(TradingKey key) -> {
                if (output.json()) {
                    output.print(TradingKeyView.json(key));
                } else {
                    output.line(
                            capitalized(kind)
                                    + " "
                                    + key.name()
                                    + " is revoked; its orders keep working.");
                }
            }
            case KeyResult.Taken(KeyName name) ->
                    throw new CommandEnd(
                            ExitCode.NO,
                            "A key or hook "
                                    + name
                                    + " exists or is revoked: keys and hooks share their names,"
                                    + " and a revoked name stays taken. Choose another name, or"
                                    + " give a valid one a new secret with 'lockstep keys rotate"
                                    + " NAME' or 'lockstep hooks rotate NAME'.");
            case KeyResult.NoValidKey(KeyName name) ->
                    throw new CommandEnd(
                            ExitCode.NO,
                            "No valid "
                                    + kind.word()
                                    + " is named "
                                    + name
                                    + "; 'lockstep "
                                    + kind.word()
                                    + "s list' shows all.");
        }
        return ExitCode.OK.number();
    }

    /** Prints all keys of a kind. */
    static void list(Output output, KeyKind kind, List<TradingKey> keys) {
        if (output.json()) {
            output.print(
                    Map.of(kind.word() + "s", keys.stream().map(TradingKeyView::json).toList()));
        } else if (keys.isEmpty()) {
            output.line(
                    "no " + kind.word() + "s; 'lockstep " + kind.word() + "s add NAME' adds one");
        } else {
            output.print(
                    switch (kind) {
                        case BOT -> TradingKeyView.table(keys);
                        case HOOK -> TradingKeyView.hooks(keys);
                    });
        }
    }

    private static void issuedKey(Output output, TradingKey key, KeySecret secret) {
        if (output.json()) {
            output.print(IssuedKeyBody.of(key, secret));
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

    private static void issuedHook(Output output, TradingKey hook, KeySecret secret) {
        String path = "/hooks/" + hook.name() + "/" + secret.reveal();
        if (output.json()) {
            output.print(
                    new IssuedHookBody(
                            HookBody.of(hook),
                            new ShownOnce(secret.reveal()),
                            new ShownOnce(path)));
            return;
        }
        output.print(
                new Table("", "")
                        .row("name", hook.name())
                        .row("path", path)
                        .row("strategy", hook.strategy()));
        output.note(
                "The path is shown once. Send alerts to it at the address of the gateway; who has"
                        + " it can trade as the strategy.");
    }

    private static String capitalized(KeyKind kind) {
        return kind.word().substring(0, 1).toUpperCase(Locale.ROOT) + kind.word().substring(1);
    }
}
