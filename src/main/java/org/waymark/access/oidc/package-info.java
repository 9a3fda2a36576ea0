/** Sign-in with an identity provider: by browser with a session, and by token for machines. */
@NullMarked
package org.waymark.access.oidc;

import org.jspecify.annotations.NullMarked;
