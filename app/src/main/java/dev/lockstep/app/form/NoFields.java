package dev.lockstep.app.form;

/** A request that needs no fields. */
public record NoFields() {}
