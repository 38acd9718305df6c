package dev.lockstep.app.prove.fuzz.parser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.prove.fuzz.generate.ByteMutator;
import dev.lockstep.app.prove.fuzz.generate.FuzzInput;
import dev.lockstep.app.prove.fuzz.generate.JsonMutator;
import dev.lockstep.app.prove.fuzz.generate.StrangeValues;
import dev.lockstep.broker.alpaca.Alpaca;
import dev.lockstep.broker.alpaca.connection.InProcessLink;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.AssetLookup;
import dev.lockstep.domain.port.broker.CancelAllAnswer;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.broker.ReplaceAnswer;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SubmitAnswer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Gives answers with mistakes to the broker's adapter. */
final class BrokerTarget implements FuzzTarget {
    /** One answer in this number has another status than 200. */
    private static final int ONE_IN_STATUS = 4;

    /** One answer in this number is repeated for each further page. */
    private static final int ONE_IN_REPEATED = 10;

    /** One answer in this number belongs to another query. */
    private static final int ONE_IN_OTHER = 20;

    /** One answer in this number has an unusual header. */
    private static final int ONE_IN_HEADER = 20;

    /** Long enough that no pause that a header asked for lasts until the next input. */
    private static final Duration BETWEEN = Duration.ofDays(2);

    private static final List<Integer> STATUSES =
            List.of(200, 201, 204, 207, 301, 400, 401, 403, 404, 408, 422, 429, 500, 502, 503, 504);

    private static final List<String> HEADERS =
            List.of(
                    "X-RateLimit-Limit",
                    "X-RateLimit-Remaining",
                    "X-RateLimit-Reset",
                    "Retry-After",
                    "X-Request-ID");

    private static final List<String> ERRORS =
            List.of(
                    """
                    {"code":40410000,"message":"order not found"}\
                    """,
                    """
                    {"code":42210000,"message":"client_order_id must be unique"}\
                    """,
                    """
                    {"code":40310000,"message":"insufficient buying power","buying_power":"1",\
                    "cost_basis":"9.5"}\
                    """,
                    """
                    {"code":40310000,"message":"potential wash trade detected",\
                    "existing_order_id":"61e69015-8549-4bfd-b9c3-01e75843f47d",\
                    "related_orders":["61e69015-8549-4bfd-b9c3-01e75843f47d"]}\
                    """,
                    """
                    {"message":"unauthorized."}\
                    """,
                    """
                    "<html>Bad Gateway</html>\"\
                    """);

    private final FuzzClock clock = new FuzzClock();
    private final ScriptedLink link = new ScriptedLink(new FuzzExchange(clock));
    private final Alpaca venue = VenueClient.open(link, clock, clock::move);
    private final BrokerOrderId resting;
    private final Map<BrokerQuestion, JsonNode> samples = new EnumMap<>(BrokerQuestion.class);
    private final List<JsonNode> errors = ERRORS.stream().map(Samples::json).toList();

    BrokerTarget() {
        if (!(venue.broker().find(BrokerQuestion.RESTING) instanceof OrderLookup.Found found)) {
            throw new IllegalStateException("the exchange does not know its own order");
        }
        resting = found.order().brokerOrderId();
        for (BrokerQuestion question : BrokerQuestion.values()) {
            String _ = link.taken();
            Object _ = question.ask(venue, resting);
            samples.put(question, Samples.json(link.taken()));
        }
    }

    @Override
    public FuzzInput input(SplittableRandom random) {
        BrokerQuestion question = anyQuestion(random);
        int status =
                random.nextInt(ONE_IN_STATUS) == 0
                        ? STATUSES.get(random.nextInt(STATUSES.size()))
                        : 200;
        String again = random.nextInt(ONE_IN_REPEATED) == 0 ? "always" : "once";
        JsonNode sample = sample(question, status, random);
        String body = sample.isMissingNode() ? "" : JsonMutator.text(sample, random);
        return new FuzzInput(
                String.join(" ", question.name(), Integer.toString(status), again, header(random)),
                ByteMutator.seldom(body, random));
    }

    private static BrokerQuestion anyQuestion(SplittableRandom random) {
        BrokerQuestion[] questions = BrokerQuestion.values();
        return questions[random.nextInt(questions.length)];
    }

    private JsonNode sample(BrokerQuestion question, int status, SplittableRandom random) {
        if (status >= 400) {
            return errors.get(random.nextInt(errors.size()));
        }
        boolean other = random.nextInt(ONE_IN_OTHER) == 0;
        return samples.getOrDefault(
                other ? anyQuestion(random) : question, MissingNode.getInstance());
    }

    private static String header(SplittableRandom random) {
        if (random.nextInt(ONE_IN_HEADER) > 0) {
            return "-";
        }
        String value = StrangeValues.text("1", random).replaceAll("[^!-~]", "");
        return HEADERS.get(random.nextInt(HEADERS.size())) + ":" + value;
    }

    @Override
    public boolean accepts(FuzzInput input) {
        String[] entry = input.entry().split(" ", 4);
        link.answer(
                new InProcessLink.Received(
                        Integer.parseInt(entry[1]), headers(entry[3]), input.text()),
                entry[2].equals("always"));
        clock.move(BETWEEN);
        Object answer = BrokerQuestion.valueOf(entry[0]).ask(venue, resting);
        if (answer instanceof OrderLookup.Found(BrokerOrder order, _)) {
            NewOrder terms = order.terms();
            if (terms != null) {
                requireSameTerms(order, terms);
            }
        }
        return accepted(answer);
    }

    private static Map<String, String> headers(String header) {
        int colon = header.indexOf(':');
        return colon < 0
                ? Map.of()
                : Map.of(header.substring(0, colon), header.substring(colon + 1));
    }

    private static boolean accepted(Object answer) {
        return answer instanceof FetchResult.Complete<?>
                || answer instanceof OrderLookup.Found
                || answer instanceof AssetLookup.Found
                || answer instanceof SubmitAnswer.Acknowledged
                || answer instanceof ReplaceAnswer.Accepted
                || answer instanceof CancelAnswer.Requested
                || answer instanceof CancelAllAnswer.Answered;
    }

    /** Requires that the terms read are those read from what the adapter sends for them. */
    private void requireSameTerms(BrokerOrder order, NewOrder terms) {
        String _ = link.sent();
        link.answer(new InProcessLink.Received(500, Map.of(), ""), true);
        SubmitAnswer _ = venue.broker().submit(BrokerQuestion.intent(terms), SendGuard.ALWAYS);
        // Nothing is sent for terms that the adapter refuses to send.
        if (Samples.json(link.sent()) instanceof ObjectNode sent) {
            sent.put("id", order.brokerOrderId().value())
                    .put("client_order_id", order.clientOrderId().value())
                    .put("status", "new");
            link.answer(new InProcessLink.Received(200, Map.of(), sent.toString()), true);
            // The answer before may have left no request of this minute.
            clock.move(Duration.ofMinutes(1));
            OrderLookup again = venue.broker().find(order.brokerOrderId());
            if (!(again instanceof OrderLookup.Found found
                    && terms.equals(found.order().terms()))) {
                throw new BrokenPropertyException(
                        "read "
                                + terms
                                + ", and of "
                                + sent
                                + ", which it sends for them, "
                                + again);
            }
        }
    }

    @Override
    public void close() {
        venue.close();
    }
}
