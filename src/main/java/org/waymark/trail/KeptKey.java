package org.waymark.trail;

import org.bson.types.Binary;

/**
 * The key of an entry's content, as it is kept beside the entry: the only part of a document that erasing takes away.
 *
 * @param by the id of the young person's key that wraps it
 */
record KeptKey(String by, Binary wrapped) {}
