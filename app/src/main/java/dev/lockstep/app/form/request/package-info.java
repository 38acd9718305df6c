/** Requests that are no orders, as records: their components are the fields of a REST request. */
@NullMarked
package dev.lockstep.app.form.request;

import org.jspecify.annotations.NullMarked;
