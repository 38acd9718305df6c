package dev.lockstep.gateway.alpaca.read;

import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.domain.port.broker.VenueReads;
import dev.lockstep.domain.port.broker.VenueReads.Host;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.request.GatewayRequest;

/** Market data that needs no key. */
public final class PublicData {
    private final PassThrough venue;

    /** Creates the endpoint. */
    public PublicData(VenueReads venue) {
        this.venue = new PassThrough(venue);
    }

    /** Answers a request. */
    public GatewayAnswer answer(GatewayRequest request) {
        return PassThrough.plain(request.path())
                ? PassThrough.answer(venue.fetched(Host.DATA, request.path(), request.query()))
                : GatewayAnswer.refused(Refusal.notFound("endpoint not found."));
    }
}
