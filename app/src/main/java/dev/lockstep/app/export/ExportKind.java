package dev.lockstep.app.export;

import java.util.List;

/** The kinds of exported rows, with their columns in order. */
public enum ExportKind {
    /** Orders as they are. */
    ORDERS(
            "symbol,side,qty,notional,timeInForce,type,limitPrice,stopPrice,trailPrice,"
                    + "trailPercent,tradingHours,orderClass,takeProfit,stopLoss,stopLossLimit,id,"
                    + "clientOrderId,key,parent,replaces,status,brokerOrderId,brokerStatus,"
                    + "filledQty,remainingQty,avgFillPrice,cancelRequested,text,brokerUpdatedAt,"
                    + "createdAt,updatedAt,version,strategy,purpose"),
    /** Each step of each order, with the proof of it. */
    EVENTS("orderId,symbol,version,at,status,filledQty,text,source,summary,requestId,payload"),
    /** Each execution that the trading loop has fetched. */
    FILLS("orderId,executionId,brokerOrderId,symbol,side,qty,price,filledQty,remainingQty,at"),
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
