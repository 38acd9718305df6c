package dev.lockstep.app.cli.data;

import dev.lockstep.app.config.TradingMode;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.ImportView;
import dev.lockstep.imports.LegacyAccount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chooses the account that is imported, and whose money it is; refuses where that is not clear. */
final class LegacyAccountChoice {
    private final List<LegacyAccount> accounts;

    LegacyAccountChoice(List<LegacyAccount> accounts) {
        this.accounts = accounts;
    }

    /** Returns the account of this number or name, or the only one that has orders. */
    LegacyAccount account(@Nullable String named) {
        List<LegacyAccount> fitting =
                accounts.stream()
                        .filter(account ->
                                named == null
                                        ? account.orders() > 0
                                        : Long.toString(account.id()).equals(named)
                                                || account.name().equalsIgnoreCase(named))
                        .toList();
        if (fitting.size() != 1) {
            throw unclear(named, fitting.isEmpty());
        }
        LegacyAccount account = fitting.getFirst();
        requireAlpaca(account);
        return account;
    }

    /** Whose money the account is. */
    static TradingMode mode(LegacyAccount account, Optional<TradingMode> named) {
        Boolean paper = account.paper();
        if (named.isEmpty() && paper == null) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "the file does not say whether account "
                            + account.id()
                            + " is paper: add --mode paper or --mode live");
        }
        TradingMode reported = Boolean.TRUE.equals(paper) ? TradingMode.PAPER : TradingMode.LIVE;
        TradingMode mode = named.orElse(reported);
        if (paper != null && mode != TradingMode.SIM && mode != reported) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "mode: "
                            + mode.word()
                            + " (expected: "
                            + reported.word()
                            + ", which account "
                            + account.id()
                            + " is in the file)");
        }
        return mode;
    }

    private static void requireAlpaca(LegacyAccount account) {
        String provider = account.provider().toLowerCase(Locale.ROOT);
        if (!provider.isBlank() && !provider.contains("alpaca")) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "provider: "
                            + account.provider()
                            + " (expected: Alpaca, the only supported broker)");
        }
    }

    private CommandEnd unclear(@Nullable String named, boolean none) {
        String why;
        if (named != null) {
            why = "account: " + named + " (expected: the number or name of one of these accounts)";
        } else if (none) {
            why = "the file has no orders; its accounts";
        } else {
            why = "the file has several accounts; choose one with --account";
        }
        String list =
                accounts.stream()
                        .map(account -> "\n  " + ImportView.described(account))
                        .collect(Collectors.joining());
        return new CommandEnd(
                named == null ? ExitCode.USAGE : ExitCode.NO,
                why + ":" + (list.isEmpty() ? " none" : list));
    }
}
