/** Declarations about rows of the entity engine, as the app calls them; compile-only, each type names its source. */
package org.ofbiz.core.entity;
