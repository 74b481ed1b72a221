/** Sizes of pictures on pages. */
package com.atlassian.confluence.content.render.image;
