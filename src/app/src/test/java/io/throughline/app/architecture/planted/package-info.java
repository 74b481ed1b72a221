/** Classes that break one rule of the house each, so that the rule can show that it bites. Never shipped. */
package io.throughline.app.architecture.planted;
