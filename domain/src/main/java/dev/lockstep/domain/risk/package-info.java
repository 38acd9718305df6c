/** What we refuse to send, each refusal a code with the field, its value and the rule. */
@NullMarked
package dev.lockstep.domain.risk;

import org.jspecify.annotations.NullMarked;
