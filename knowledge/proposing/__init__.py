"""An article's text read for the facts it states; what is found is proposed to an editor, and never an answer."""
