"""What is guided: experiments and challenges, and the machine that leads through."""
