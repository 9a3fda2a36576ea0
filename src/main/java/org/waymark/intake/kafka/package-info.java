/** The stream: assessments in, decisions out, and what cannot be read beside them. Off where no broker is named. */
@NullMarked
package org.waymark.intake.kafka;

import org.jspecify.annotations.NullMarked;
