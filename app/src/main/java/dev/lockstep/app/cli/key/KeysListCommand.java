package dev.lockstep.app.cli.key;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.TradingKeyView;
import dev.lockstep.domain.access.TradingKey;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the trading keys without their secrets. */
@Command(name = "list", description = "List the keys of the gateway, without their secrets.")
public final class KeysListCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    public KeysListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (StoreUseCases book = OpenPlatform.newStore(context)) {
            List<TradingKey> keys = book.manageKeys().list();
            if (output.json()) {
                ObjectNode node = JsonNodeFactory.instance.objectNode();
                ArrayNode array = node.putArray("keys");
                keys.forEach(key -> array.add(TradingKeyView.json(key)));
                output.print(node);
            } else if (keys.isEmpty()) {
                output.line("no keys; 'lockstep keys add NAME' adds one");
            } else {
                Table table = TradingKeyView.table();
                keys.forEach(key -> TradingKeyView.addRow(table, key));
                output.print(table);
            }
            return ExitCode.OK.number();
        }
    }
}
