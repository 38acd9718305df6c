package dev.lockstep.app.prove.fuzz.parser;

import dev.lockstep.app.form.FileFormat;
import dev.lockstep.app.form.FileRow;
import dev.lockstep.app.form.OrderFile;
import dev.lockstep.app.form.OrderForm;
import dev.lockstep.app.form.OrderRequest;
import dev.lockstep.app.prove.fuzz.generate.ByteMutator;
import dev.lockstep.app.prove.fuzz.generate.FuzzInput;
import dev.lockstep.app.prove.fuzz.generate.JsonMutator;
import dev.lockstep.app.prove.fuzz.generate.LineMutator;
import dev.lockstep.app.web.answer.JsonBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Reads files of orders with mistakes in them. */
final class OrderFileTarget implements FuzzTarget {
    private static final List<List<String>> CSV =
            List.of(
                    List.of(
                            "symbol",
                            "side",
                            "qty",
                            "type",
                            "limitPrice",
                            "stopPrice",
                            "trailPercent",
                            "timeInForce",
                            "takeProfit",
                            "stopLoss",
                            "strategy",
                            "key"),
                    row("AAPL,buy,10,limit,1.5,,,gtc,,,a,k1"),
                    row("BTC/USD,sell,0.1,,,,,,,,,k2"),
                    row("TSLA,buy,3,stop_limit,2,3,,day,,,,"),
                    row("AAPL,sell,3,trailing_stop,,,5,,,,,"),
                    row("MSFT,buy,3,,,,,,900,1.5,,"));

    private static final List<String> JSON =
            List.of(
                    """
                    {"symbol":"AAPL","side":"buy","qty":10,"limitPrice":1.5}\
                    """,
                    """
                    {"symbol":"AAPL","side":"buy","notional":"100.5","key":"k"}\
                    """,
                    """
                    {"symbol":"A","side":"sell","qty":"1","orderClass":"oco","limitPrice":"9",\
                    "stopLoss":"5","stopLossLimit":"4","tradingHours":"regular",\
                    "strategy":"s"}\
                    """);

    private static List<String> row(String cells) {
        return List.of(cells.split(",", -1));
    }

    @Override
    public FuzzInput input(SplittableRandom random) {
        boolean csv = random.nextBoolean();
        String text = csv ? LineMutator.text(CSV, ",", random) : jsonLines(random);
        FileFormat format = csv ? FileFormat.CSV : FileFormat.JSONL;
        return new FuzzInput(format.name(), ByteMutator.seldom(text, random));
    }

    private static String jsonLines(SplittableRandom random) {
        return JSON.stream()
                .map(line -> JsonMutator.text(Samples.json(line), random))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public boolean accepts(FuzzInput input) throws IOException {
        boolean any = false;
        FileFormat format = FileFormat.valueOf(input.entry());
        for (FileRow row : OrderFile.read(new ByteArrayInputStream(input.bytes()), format)) {
            if (row instanceof FileRow.Good(_, OrderRequest order)) {
                any = true;
                requireSame(order);
            }
        }
        return any;
    }

    /** Requires that an order is the same when it is written and read again. */
    private static void requireSame(OrderRequest order) throws IOException {
        OrderForm form = OrderForm.of(order.terms(), order.key().orElse(null));
        byte[] line = JsonBody.tree(form).toString().getBytes(StandardCharsets.UTF_8);
        List<FileRow> again = OrderFile.read(new ByteArrayInputStream(line), FileFormat.JSONL);
        if (again.size() != 1
                || !(again.getFirst() instanceof FileRow.Good(_, OrderRequest same))
                || !same.equals(order)) {
            throw new BrokenPropertyException("read " + order + ", and read again " + again);
        }
    }
}
