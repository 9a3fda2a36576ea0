/** The HTTP face: what the contract's calls answer, and how a refusal reads. */
@NullMarked
package org.waymark.intake.http;

import org.jspecify.annotations.NullMarked;
