package dev.lockstep.app.cli.position;

import dev.lockstep.app.cli.shell.BrokerFailures;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.AccountView;
import dev.lockstep.app.view.body.AccountBody;
import dev.lockstep.domain.account.Account;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the account at the broker. */
@Command(name = "account", description = "Show the account at the broker.")
public final class AccountCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    public AccountCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Account account = BrokerFailures.answer(OpenPlatform.broker(context).broker().account());
        if (output.json()) {
            output.print(AccountBody.of(account));
        } else {
            output.print(AccountView.table(account));
        }
        return ExitCode.OK.number();
    }
}
