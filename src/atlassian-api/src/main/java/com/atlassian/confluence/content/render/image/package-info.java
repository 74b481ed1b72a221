/** Sizes of the pictures that stand for a macro in the editor. */
package com.atlassian.confluence.content.render.image;
