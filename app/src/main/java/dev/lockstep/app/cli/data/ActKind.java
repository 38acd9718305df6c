package dev.lockstep.app.cli.data;

import dev.lockstep.domain.usecase.report.OperatorAct;

/** The kinds of acts that the audit can be filtered by. */
enum ActKind {
    RISK,
    INCIDENT,
    KEY,
    SIGN_IN;

    /** Returns the kind of an act. */
    static ActKind of(OperatorAct act) {
        return switch (act) {
            case OperatorAct.RiskChanged _ -> RISK;
            case OperatorAct.Acknowledged _ -> INCIDENT;
            case OperatorAct.KeyChanged _ -> KEY;
            case OperatorAct.SignedIn _ -> SIGN_IN;
        };
    }
}
