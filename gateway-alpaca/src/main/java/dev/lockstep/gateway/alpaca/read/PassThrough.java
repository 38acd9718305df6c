package dev.lockstep.gateway.alpaca.read;

import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.domain.port.broker.VenueReads;
import dev.lockstep.domain.port.broker.VenueReads.Host;
import dev.lockstep.domain.port.broker.VenueReads.VenueAnswer;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.request.KeyedRequest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Passes queries on to the venue and its answers back. */
final class PassThrough {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/_:.%,~-]{1,512}");

    private final VenueReads venue;

    PassThrough(VenueReads venue) {
        this.venue = venue;
    }

    GatewayAnswer trading(KeyedRequest request) {
        return answer(Host.TRADING, request);
    }

    GatewayAnswer data(KeyedRequest request) {
        return answer(Host.DATA, request);
    }

    /** Returns whether a path has no part that could lead to another one. */
    static boolean plain(String path) {
        return PLAIN.matcher(path).matches() && !path.contains("..") && !path.contains("//");
    }

    private GatewayAnswer answer(Host host, KeyedRequest request) {
        if (!plain(request.request().path())) {
            return GatewayAnswer.refused(Refusal.notFound("endpoint not found."));
        }
        return answer(fetched(host, request.request().path(), request.request().query()));
    }

    /** Returns the venue's answer to a query, also if it is an error. */
    VenueAnswer.Answered fetched(Host host, String path, Map<String, List<String>> query) {
        return switch (venue.get(host, path, query)) {
            case VenueAnswer.Answered answered -> answered;
            case VenueAnswer.Failed failed ->
                    throw new RefusedRequest(
                            Refusal.unavailable(
                                    "the broker did not answer, try again: "
                                            + failed.fault().text()));
        };
    }

    static GatewayAnswer answer(VenueAnswer.Answered answered) {
        Map<String, String> headers =
                answered.contentType().isEmpty()
                        ? Map.of()
                        : Map.of("Content-Type", answered.contentType());
        return new GatewayAnswer(answered.status(), headers, answered.body());
    }
}
