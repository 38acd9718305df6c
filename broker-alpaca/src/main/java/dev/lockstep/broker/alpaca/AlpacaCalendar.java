package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.wire.ReferenceWords;
import dev.lockstep.domain.market.TradingDay;
import dev.lockstep.domain.port.Fetched;
import dev.lockstep.domain.port.TradingCalendar;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.LocalDate;
import java.util.List;

/** Alpaca implementation of {@link TradingCalendar}. */
final class AlpacaCalendar implements TradingCalendar {
    private final Api api;
    private final Questions questions;

    AlpacaCalendar(Api api, Questions questions) {
        this.api = api;
        this.questions = questions;
    }

    @Override
    public Fetched<List<TradingDay>> days(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new InvalidValueException("to", to, "not before " + from);
        }
        return questions.ask(
                api.address("v2/calendar")
                        .addQueryParameter("start", from.toString())
                        .addQueryParameter("end", to.toString()),
                ReferenceWords::days);
    }
}
