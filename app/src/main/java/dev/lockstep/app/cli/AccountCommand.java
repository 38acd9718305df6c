package dev.lockstep.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.Table;
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
                output.print(json(account));
            } else {
                output.print(
                        new Table("", "")
                                .row("account", account.accountNumber())
                                .row("status", account.status())
                                .row("cash", "$" + account.cash())
                                .row("equity", "$" + account.equity())
                                .row("buying power", "$" + account.buyingPower()));
            }
            return ExitCode.OK.number();
        }
    }

    private static ObjectNode json(Account account) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("accountNumber", account.accountNumber());
        node.put("status", account.status());
        node.put("cash", account.cash().toString());
        node.put("equity", account.equity().toString());
        node.put("buyingPower", account.buyingPower().toString());
        return node;
    }
}
