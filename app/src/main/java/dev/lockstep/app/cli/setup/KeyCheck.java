package dev.lockstep.app.cli.setup;

import dev.lockstep.app.cli.shell.BrokerFailures;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.config.FolderBinding;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.key.ApiKeys;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.BrokerAccess;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;

/** Asks the broker once for the account that keys belong to. */
final class KeyCheck {
    private final CommandContext context;
    private final Settings settings;

    /**
     * Checks keys at the broker of these settings.
     *
     * @param settings their address is set
     */
    KeyCheck(CommandContext context, Settings settings) {
        this.context = context;
        this.settings = settings;
    }

    /**
     * Returns the account.
     *
     * @throws CommandEnd with {@link ExitCode#NO} if the broker refuses the keys, with {@link
     *     ExitCode#BROKER} if it does not answer, and with {@link ExitCode#USAGE} if the folder
     *     belongs to another account
     */
    Account account(ApiKeys keys) {
        Settings checked = settings.withKeys(keys);
        BrokerAccess access =
                context.platforms()
                        .runningBroker(checked)
                        .orElseThrow(() -> new IllegalStateException("no address in " + checked));
        return switch (access.broker().account()) {
            case FetchResult.Complete<Account>(Account account) -> ofFolder(account);
            case FetchResult.Failed<Account>(BrokerFault fault) -> throw refused(fault);
        };
    }

    private static CommandEnd refused(BrokerFault fault) {
        return fault.kind() == BrokerFault.Kind.UNAUTHORIZED
                ? new CommandEnd(
                        ExitCode.NO,
                        "the broker refuses these keys for this mode ("
                                + BrokerFailures.text(fault)
                                + "); nothing is set")
                : new CommandEnd(
                        ExitCode.BROKER,
                        "the keys could not be checked ("
                                + BrokerFailures.text(fault)
                                + "); nothing is set");
    }

    private Account ofFolder(Account account) {
        FolderBinding.read(settings.folder())
                .map(FolderBinding::accountNumber)
                .filter(bound -> !bound.isEmpty() && !bound.equals(account.accountNumber()))
                .ifPresent(bound -> {
                    throw new CommandEnd(
                            ExitCode.USAGE,
                            "data folder "
                                    + settings.folder()
                                    + " belongs to account "
                                    + bound
                                    + ", and these keys to account "
                                    + account.accountNumber()
                                    + "; name another folder with --data");
                });
        return account;
    }
}
