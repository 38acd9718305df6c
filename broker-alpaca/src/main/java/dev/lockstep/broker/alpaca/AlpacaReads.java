package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.connection.Reply;
import dev.lockstep.domain.port.broker.VenueReads;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;

/** Alpaca implementation of {@link VenueReads}, within the adapter's request budget and retries. */
final class AlpacaReads implements VenueReads {
    private static final String JSON = "application/json; charset=UTF-8";

    private final Api trading;
    private final Api data;
    private final ErrorClassifier faults;

    AlpacaReads(Api trading, Api data, ErrorClassifier faults) {
        this.trading = trading;
        this.data = data;
        this.faults = faults;
    }

    @Override
    public VenueAnswer get(Host host, String path, Map<String, List<String>> query) {
        Api api =
                switch (host) {
                    case TRADING -> trading;
                    case DATA -> data;
                };
        HttpUrl.Builder address = api.encodedAddress(path);
        query.forEach(
                (name, values) -> values.forEach(value -> address.addQueryParameter(name, value)));
        Reply reply = api.get(address);
        return reply instanceof Reply.Answer answer
                ? new VenueAnswer.Answered(answer.status(), JSON, answer.body())
                : new VenueAnswer.Failed(faults.of(reply));
    }
}
