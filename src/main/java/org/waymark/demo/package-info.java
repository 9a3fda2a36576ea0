/** A made-up year of a made-up hub, for whoever wants to see the service at work before anybody real is in it. */
@NullMarked
package org.waymark.demo;

import org.jspecify.annotations.NullMarked;
