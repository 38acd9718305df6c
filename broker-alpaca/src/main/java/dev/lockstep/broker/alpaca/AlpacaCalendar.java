package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.wire.ReferenceMapper;
import dev.lockstep.domain.market.TradingDay;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.TradingCalendar;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.LocalDate;
import java.util.List;

/** Alpaca implementation of {@link TradingCalendar}. */
final class AlpacaCalendar implements TradingCalendar {
    private final Api api;
    private final AlpacaQueries questions;

    AlpacaCalendar(Api api, AlpacaQueries questions) {
        this.api = api;
        this.questions = questions;
    }

    @Override
    public FetchResult<List<TradingDay>> days(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new InvalidValueException("to", to, "not before " + from);
        }
        return questions.ask(
                api.address("v2/calendar")
                        .addQueryParameter("start", from.toString())
                        .addQueryParameter("end", to.toString()),
                ReferenceMapper::days);
    }
}
