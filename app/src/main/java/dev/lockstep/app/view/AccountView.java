package dev.lockstep.app.view;

import dev.lockstep.app.view.body.AccountBody;
import dev.lockstep.domain.account.Account;

/** The account as a table. */
public final class AccountView {
    private AccountView() {}

    public static Table table(Account account) {
        Table table =
                new Table("", "")
                        .row("account", account.accountNumber())
                        .row("status", account.status())
                        .row("cash", account.cash())
                        .row("equity", account.equity())
                        .row("buying power", account.buyingPower());
        AccountBody.texts(account).forEach(text -> table.row("restricted", text));
        return table;
    }
}
