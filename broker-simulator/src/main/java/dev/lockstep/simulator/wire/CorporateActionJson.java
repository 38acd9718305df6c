package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.hours.ExchangeCalendar;
import dev.lockstep.simulator.exchange.ledger.CorporateAction;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.model.Decimals;
import java.time.LocalDate;

/** JSON of Alpaca's corporate actions and of their announcements. */
public final class CorporateActionJson {
    /** The simulator's assets have no CUSIP. */
    private static final String NO_CUSIP = "";

    private CorporateActionJson() {}

    /** Returns the day in New York on which an action took place. */
    public static LocalDate day(LedgerEntry.CorporateActionTaken taken) {
        return LocalDate.ofInstant(taken.at(), ExchangeCalendar.NEW_YORK);
    }

    /** Returns the type of an action's announcement. */
    public static String announcedType(CorporateAction action) {
        return switch (action.kind()) {
            case FORWARD_SPLIT, REVERSE_SPLIT -> "Split";
            case CASH_DIVIDEND -> "Dividend";
        };
    }

    /** Renders an action as an announcement; all its dates are the day it took place. */
    public static ObjectNode announcement(LedgerEntry.CorporateActionTaken taken) {
        CorporateAction action = taken.action();
        String day = day(taken).toString();
        String subType =
                switch (action.kind()) {
                    case FORWARD_SPLIT -> "stock_split";
                    case REVERSE_SPLIT -> "reverse_split";
                    case CASH_DIVIDEND -> "cash";
                };
        return Json.object()
                .put("id", action.id().toString())
                .put("corporate_action_id", "SIM_" + action.id())
                .put("ca_type", announcedType(action))
                .put("ca_sub_type", subType)
                .put("initiating_symbol", action.symbol())
                .put("initiating_original_cusip", NO_CUSIP)
                .put("target_symbol", action.symbol())
                .put("target_original_cusip", NO_CUSIP)
                .put("declaration_date", day)
                .put("effective_date", day)
                .put("ex_date", day)
                .put("record_date", day)
                .put("payable_date", day)
                .put("cash", Json.text(action.dollarsAShare()))
                .put("old_rate", Json.text(action.oldRate()))
                .put("new_rate", Json.text(action.newRate()));
    }

    /** Returns the name of an action's kind in the list of corporate actions, in the singular. */
    public static String type(CorporateAction action) {
        return switch (action.kind()) {
            case FORWARD_SPLIT -> "forward_split";
            case REVERSE_SPLIT -> "reverse_split";
            case CASH_DIVIDEND -> "cash_dividend";
        };
    }

    /** Renders an action as market data. */
    public static ObjectNode of(LedgerEntry.CorporateActionTaken taken) {
        CorporateAction action = taken.action();
        String day = day(taken).toString();
        ObjectNode json = Json.object().put("id", action.id().toString());
        json.put("symbol", action.symbol()).put("process_date", day).put("ex_date", day);
        json.put("record_date", day).put("payable_date", day);
        switch (action.kind()) {
            case FORWARD_SPLIT -> rates(json.put("cusip", NO_CUSIP), action);
            case REVERSE_SPLIT ->
                    rates(json.put("old_cusip", NO_CUSIP).put("new_cusip", NO_CUSIP), action);
            case CASH_DIVIDEND ->
                    json.put("cusip", NO_CUSIP)
                            .put("rate", Decimals.plain(action.dollarsAShare()))
                            .put("special", false)
                            .put("foreign", false);
        }
        return json;
    }

    private static void rates(ObjectNode json, CorporateAction action) {
        json.put("new_rate", Decimals.plain(action.newRate()))
                .put("old_rate", Decimals.plain(action.oldRate()));
    }
}
