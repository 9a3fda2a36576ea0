/** Who may do what: the roles, the table of what each may call, and the local users of a service without an identity provider. */
@NullMarked
package org.waymark.access;

import org.jspecify.annotations.NullMarked;
