/**
 * What an auditor looks at: the state of the log, one decision proven and made again, who looked, what was put in force,
 * and what this service is.
 */
@NullMarked
package org.waymark.pages.audit;

import org.jspecify.annotations.NullMarked;
