document.title = 'Andon';
