package dev.lockstep.domain.usecase.report;

/** The kinds of acts that the audit can be filtered by. */
public enum ActKind {
    /** A change of a limit, of the trading state or of the pause of a strategy. */
    RISK,
    /** The acknowledgement of an incident, or its closing by a person. */
    INCIDENT,
    /** A change of the key of a bot or hook. */
    KEY,
    /** A sign-in to the screen, or an attempt. */
    SIGN_IN;

    /** Returns the kind of an act. */
    public static ActKind of(OperatorAct act) {
        return switch (act) {
            case OperatorAct.RiskChanged _ -> RISK;
            case OperatorAct.Acknowledged _ -> INCIDENT;
            case OperatorAct.KeyChanged _ -> KEY;
            case OperatorAct.SignedIn _ -> SIGN_IN;
        };
    }
}
