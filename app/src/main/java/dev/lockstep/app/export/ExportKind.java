package dev.lockstep.app.export;

import java.util.List;

/** The kinds of exported rows, with their columns in order. */
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
    /** Each execution that the trading loop has fetched. */
    FILLS(
            "orderId,executionId,brokerOrderId,symbol,side,lastQty,lastPx,cumQty,"
                    + "leavesQty,transactTime"),
    /** Adjustments. */
    ADJUSTMENTS("number,activityId,at,kind,type,symbol,qty,cash,price,brokerOrderId,text,payload");

    private final String columns;

    ExportKind(String columns) {
        this.columns = columns;
    }

    /** Returns the names of a row's values. */
    public List<String> columns() {
        return List.of(columns.split(",", -1));
    }
}
