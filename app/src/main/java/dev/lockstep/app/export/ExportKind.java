package dev.lockstep.app.export;

import java.util.List;

/** What can be written out, with the columns of a row in their order. */
public enum ExportKind {
    /** Orders as they are. */
    ORDERS(
            "symbol,side,orderQty,cashOrderQty,timeInForce,type,limitPrice,stopPx,"
                    + "trailPrice,trailPercent,tradingHours,orderClass,takeProfit,stopLoss,"
                    + "stopLossLimit,id,clientOrderId,idempotencyKey,parent,replaces,status,"
                    + "brokerOrderId,brokerStatus,cumQty,leavesQty,avgPx,cancelWanted,text,"
                    + "transactTime,createdAt,updatedAt,version,strategy,purpose"),
    /** Each step of each order, with the proof of it. */
    EVENTS("orderId,symbol,version,at,status,cumQty,text,source,summary,requestId," + "payload"),
    /** Each execution of our orders that the trading loop has heard of. */
    FILLS(
            "orderId,executionId,brokerOrderId,symbol,side,lastQty,lastPx,cumQty,"
                    + "leavesQty,transactTime"),
    /** What the broker booked that is no trade. */
    ADJUSTMENTS("number,activityId,at,kind,type,symbol,qty,cash,price,brokerOrderId,text,payload");

    private final String columns;

    ExportKind(String columns) {
        this.columns = columns;
    }

    /** The names of a row's values. */
    public List<String> columns() {
        return List.of(columns.split(",", -1));
    }
}
