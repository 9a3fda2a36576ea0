/**
 * What people make of a decision, without a store: results side by side, what no result may break, and where a decision
 * stands after what people did. Pure: the same entries give the same standing.
 */
@NullMarked
package org.waymark.casework.judgement;

import org.jspecify.annotations.NullMarked;
