package dev.lockstep.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.money.Money;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The account, for people and as JSON. */
public final class AccountView {
    private AccountView() {}

    /** Returns the table for people. */
    public static Table table(Account account) {
        Table table =
                new Table("", "")
                        .row("account", account.accountNumber())
                        .row("status", account.status())
                        .row("cash", account.cash())
                        .row("equity", account.equity())
                        .row("buying power", account.buyingPower());
        texts(account).forEach(text -> table.row("restricted", text));
        return table;
    }

    /** Returns the JSON for programs. */
    public static ObjectNode json(Account account) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("accountNumber", account.accountNumber());
        node.put("status", account.status());
        node.put("cash", account.cash().toString());
        node.put("equity", account.equity().toString());
        node.put("buyingPower", account.buyingPower().toString());
        node.put("nonMarginableBuyingPower", text(account.nonMarginableBuyingPower()));
        node.put("lastEquity", text(account.lastEquity()));
        node.put("tradingBlocked", account.tradingBlocked());
        ArrayNode restrictions = node.putArray("restrictions");
        texts(account).forEach(restrictions::add);
        return node;
    }

    /** Returns the restrictions and notices as sentences; those that prevent trading come first. */
    static List<String> texts(Account account) {
        return Stream.concat(account.obstacles().stream(), account.notices().stream()).toList();
    }

    private static @Nullable String text(@Nullable Money money) {
        return money == null ? null : money.toString();
    }
}
