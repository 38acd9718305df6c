package dev.lockstep.app.cli;

import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.AccountView;
import dev.lockstep.app.wiring.Desk;
import dev.lockstep.domain.account.Account;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the account as the broker tells it. */
@Command(name = "account", description = "Show the broker's account.")
final class AccountCommand implements Callable<Integer> {
    private final Lockstep root;

    @Mixin private Output output = new Output();

    AccountCommand(Lockstep root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Desk desk = Desks.open(root)) {
            Account account = BrokerFailures.answer(desk.broker().account());
            if (output.json()) {
                output.print(AccountView.json(account));
            } else {
                output.print(AccountView.table(account));
            }
            return ExitCode.OK.number();
        }
    }
}
